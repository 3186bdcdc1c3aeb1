"""What each rule means, why it matters, a wrong and a right example, and where it comes from."""
