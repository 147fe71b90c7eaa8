"""Files that people send: kept under random names, checked, and cleaned of what they did not mean to send."""
