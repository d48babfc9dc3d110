"""Counts of guests' requests, in an unlogged table."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("shared", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="GuestCount",
            fields=[
                ("key", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("ends_at", models.BigIntegerField(db_index=True)),
                ("asked", models.PositiveIntegerField()),
            ],
        ),
        migrations.RunSQL(
            "ALTER TABLE shared_guestcount SET UNLOGGED", "ALTER TABLE shared_guestcount SET LOGGED"
        ),
    ]
