"""Fine-tunes the small models on the user's own machine: pairs in, a model folder out. Answers nothing."""
