"""What is known of somebody, taken along or erased."""
