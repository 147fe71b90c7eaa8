"""What people are told: the inbox of notifications, and when each is pushed."""
