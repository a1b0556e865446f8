"""Pincite answers questions about your PDFs and pins every sentence to the words that prove it."""

__version__ = "0.1.0"
