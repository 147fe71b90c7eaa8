"""What is owed and what has been paid, in rows that are never changed: an error is corrected by a reversing row."""
