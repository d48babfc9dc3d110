"""A process's one legal clause becomes the first of its clauses."""

from django.db import migrations

FORWARD = """INSERT INTO catalogue_legalclause (process_id, text, url, verify_months)
    SELECT id, legal_clause, '', 12 FROM catalogue_process WHERE legal_clause <> ''"""
BACKWARD = """UPDATE catalogue_process p SET legal_clause = c.text
    FROM (SELECT DISTINCT ON (process_id) process_id, text FROM catalogue_legalclause
          ORDER BY process_id, id) c WHERE c.process_id = p.id"""


class Migration(migrations.Migration):
    dependencies = [("catalogue", "0002_catalogue")]

    operations = [
        migrations.RunSQL(FORWARD, BACKWARD),
        migrations.RunSQL("SET CONSTRAINTS ALL IMMEDIATE", "SET CONSTRAINTS ALL IMMEDIATE"),
        migrations.RemoveField("process", "legal_clause"),
        migrations.RemoveField("processevent", "legal_clause"),
    ]
