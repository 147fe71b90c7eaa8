"""What an object costs those who have it: noted by hand or loaded from a table, corrected only by a reversing row."""
