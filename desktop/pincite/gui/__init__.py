"""The window. The only place that knows Qt; reaches the library through the engine and never imports it."""
