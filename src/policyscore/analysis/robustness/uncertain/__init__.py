"""What is uncertain, and how it is distributed: scores and weights."""
