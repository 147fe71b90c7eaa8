"""The PIN: whoever sets one is asked for it before money and personal data are shown, after a while and at once."""
