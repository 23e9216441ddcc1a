"""Relations between resources: as users declare them, and how they are loaded."""
