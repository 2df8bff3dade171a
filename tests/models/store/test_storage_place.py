"""A live database stands on the computer's own disk, nowhere else."""

from pathlib import PurePosixPath, PureWindowsPath

import pytest

from desktop.models.store.storage_place import is_synchronised, mount_reason

MOUNTS = """\
22 1 8:2 / / rw,relatime shared:1 - ext4 /dev/sda2 rw
30 22 8:17 / /media/xa/USB\\040DISK rw,nosuid shared:2 - vfat /dev/sdb1 rw
31 22 8:33 / /media/xa/the-nho rw - exfat /dev/sdc1 rw
32 22 0:50 / /mnt/chung rw - cifs //may-chu/chung rw
33 22 0:51 / /mnt/nfs rw - nfs4 may-chu:/xa rw
34 22 0:52 / /home/xa/ssh rw - fuse.sshfs xa@may-chu: rw
35 32 8:4 / /mnt/chung/rieng rw - ext4 /dev/sda4 rw
36 22 0:53 / /srv rw - nfs4 may-chu:/srv rw
37 36 8:5 / /srv rw - ext4 /dev/sda5 rw
a line that is cut
"""


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/home/xa/hom-phieu", None),
        ("/", None),
        ("/media/xa/USB DISK/xa", "storage.removable"),
        ("/media/xa/USB DISK 2", None),
        ("/media/xa/the-nho", "storage.removable"),
        ("/mnt/chung/xa", "storage.network"),
        ("/mnt/nfs", "storage.network"),
        ("/home/xa/ssh/xa", "storage.network"),
        ("/mnt/chung/rieng/xa", None),
        ("/srv/xa", None),
    ],
)
def test_the_mount_under_a_folder_decides(path: str, reason: str | None) -> None:
    assert mount_reason(PurePosixPath(path), MOUNTS) == reason


@pytest.mark.parametrize(
    ("path", "synchronised"),
    [
        (PureWindowsPath(r"C:\Users\xa\OneDrive - UBND\hom-phieu"), True),
        (PureWindowsPath(r"C:\Users\xa\onedrive\hom-phieu"), True),
        (PurePosixPath("/home/xa/Dropbox (Cá nhân)/xa"), True),
        (PurePosixPath("/home/xa/GoogleDrive/xa"), True),
        (PureWindowsPath(r"G:\My Drive\xa"), True),
        (PureWindowsPath(r"C:\Users\xa\hom-phieu"), False),
        (PurePosixPath("/home/xa/khong-onedrive/xa"), False),
        (PurePosixPath("/home/xa/dropboxer/xa"), False),
    ],
)
def test_folders_that_a_service_copies_away_are_known_by_name(
    path: PurePosixPath, synchronised: bool
) -> None:
    assert is_synchronised(path) is synchronised
