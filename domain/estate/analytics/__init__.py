"""What objects bring, cost and stand empty, now and over months that end with the present one (OT6-OT10, OT14-OT19)."""
