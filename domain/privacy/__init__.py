"""What is known of somebody, handed to them or erased, whichever area keeps it."""
