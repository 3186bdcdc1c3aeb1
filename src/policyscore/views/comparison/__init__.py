"""Why one option stands above another."""
