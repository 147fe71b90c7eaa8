"""Letters: what a manager or landlord and their owners and tenants write each other, one conversation a party."""
