"""What profiles weigh."""
