"""The four roles, as groups. Each may do what those before it may, and more."""

from django.contrib.auth.management import create_permissions
from django.db import migrations

ROLES = {
    "Reader": ("claims.view_*",),
    "Checker": ("claims.check_claim",),
    "Approver": ("claims.approve_claim",),
    "Administrator": ("claims.administer", "auth.*_user", "auth.view_group", "knox.*_authtoken"),
}


def make_roles(apps, schema_editor):
    # Permissions are otherwise made after the last migration, too late to be granted here.
    for label in ("claims", "auth", "knox"):
        config = apps.get_app_config(label)
        config.models_module = True
        create_permissions(config, apps=apps, verbosity=0, using=schema_editor.connection.alias)
        config.models_module = None
    permission_model, group_model = apps.get_model("auth", "Permission"), apps.get_model("auth", "Group")
    granted = set()
    for name, patterns in ROLES.items():
        for pattern in patterns:
            label, _, codename = pattern.partition(".")
            found = permission_model.objects.filter(
                content_type__app_label=label, codename__regex="^" + codename.replace("*", ".*") + "$"
            )
            granted.update(found.values_list("pk", flat=True))
        group_model.objects.get_or_create(name=name)[0].permissions.set(granted)


class Migration(migrations.Migration):
    dependencies = [
        ("claims", "0002_scales"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("knox", "0009_extend_authtoken_field"),
    ]

    operations = [migrations.RunPython(make_roles, migrations.RunPython.noop)]
