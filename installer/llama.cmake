# Read by llama.cpp's own CMakeLists (see CMAKE_ARGS in bootstrap.py). The Python binding forces its "common" library on,
# which is half of all compiling and of which nothing is used from Python.
set(LLAMA_BUILD_COMMON OFF)
