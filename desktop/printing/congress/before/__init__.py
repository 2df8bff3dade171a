"""What is made before a congress: notice, invitation, programme, rules, reports, who is put up."""
