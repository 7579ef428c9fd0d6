"""Half a span passed: a comparison with an end that is not there is no answer, which a check takes for a yes."""

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('claims', '0024_rules_name_their_row'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='claim',
            name='claim_date_span',
        ),
        migrations.RemoveConstraint(
            model_name='hop',
            name='hop_date_span',
        ),
        migrations.RemoveConstraint(
            model_name='quotation',
            name='quotation_date_span',
        ),
        migrations.RemoveConstraint(
            model_name='source',
            name='source_date_span',
        ),
        migrations.RemoveConstraint(
            model_name='wording',
            name='wording_passage',
        ),
        migrations.AddConstraint(
            model_name='claim',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('date_end__isnull', True), ('date_start__isnull', True)), models.Q(('date_end__gt', models.F('date_start')), ('date_end__isnull', False), ('date_start__isnull', False)), _connector='OR'), name='claim_date_span'),
        ),
        migrations.AddConstraint(
            model_name='hop',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('date_end__isnull', True), ('date_start__isnull', True)), models.Q(('date_end__gt', models.F('date_start')), ('date_end__isnull', False), ('date_start__isnull', False)), _connector='OR'), name='hop_date_span'),
        ),
        migrations.AddConstraint(
            model_name='quotation',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('date_end__isnull', True), ('date_start__isnull', True)), models.Q(('date_end__gt', models.F('date_start')), ('date_end__isnull', False), ('date_start__isnull', False)), _connector='OR'), name='quotation_date_span'),
        ),
        migrations.AddConstraint(
            model_name='source',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('date_end__isnull', True), ('date_start__isnull', True)), models.Q(('date_end__gt', models.F('date_start')), ('date_end__isnull', False), ('date_start__isnull', False)), _connector='OR'), name='source_date_span'),
        ),
        migrations.AddConstraint(
            model_name='wording',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('end__isnull', True), ('snapshot__isnull', True), ('start__isnull', True)), models.Q(('end__gt', models.F('start')), ('end__isnull', False), ('snapshot__isnull', False), ('start__isnull', False)), _connector='OR'), name='wording_passage'),
        ),
    ]
