"""What the Makefile runs. A package, so that no installed one of this name is found first."""
