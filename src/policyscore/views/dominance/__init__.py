"""What can never win, and what stands above what."""
