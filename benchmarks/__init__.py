"""What `make bench` measures. A package, so that no installed one of this name is found first."""
