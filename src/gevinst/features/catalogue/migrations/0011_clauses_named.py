from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("catalogue", "0010_recommended")]

    operations = [
        migrations.AlterModelOptions(
            name="legalclause",
            options={
                "ordering": ["pk"],
                "verbose_name": "legal clause",
                "verbose_name_plural": "legal clauses",
            },
        ),
    ]
