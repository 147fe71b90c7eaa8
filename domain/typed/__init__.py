"""What people type, each kind read in one place: money, numbers, days, times; in forms, lines, imports and listings."""
