"""What a lease costs its tenant and what has been paid: payments, reports of payments, invoices, reminders."""
