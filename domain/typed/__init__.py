"""What people type is read in one place a kind: money, numbers; forms, lines, imports and listings use the same."""
