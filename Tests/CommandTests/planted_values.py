"""One known value in every place that an archive has, and a search for it in whatever comes out.

    planted_values.py make FOLDER      makes the archives
    planted_values.py find FILE...     prints each place of the value, layer by layer; the status says whether there was one
"""
import base64, bz2, gzip, io, lzma, os, struct, subprocess, sys, tarfile, zipfile, zlib

VALUE = "jane.roe@example.com"
BODY = f"call by {VALUE} ok\n".encode()
FORMS = [b"jane.roe", b"JANE.ROE", b"jane%2Eroe", base64.b64encode(b"jane.roe")[:8], "jane".encode("utf-16-le"), b"example.com"]


def info(name, **facts):
    entry = tarfile.TarInfo(name)
    for key, value in facts.items():
        setattr(entry, key, value)
    return entry


def tars(folder):
    formats = {"ustar": tarfile.USTAR_FORMAT, "gnu": tarfile.GNU_FORMAT, "pax": tarfile.PAX_FORMAT}
    for name, form in formats.items():
        for codec in ("", "gz", "bz2", "xz"):
            path = f"{folder}/{name}.tar" + (f".{codec}" if codec else "")
            with tarfile.open(path, "w:" + codec, format=form) as tar:
                tar.addfile(info(f"d/{VALUE}.log", size=len(BODY), uname=VALUE, gname=VALUE, uid=7), io.BytesIO(BODY))
                tar.addfile(info("d/link", type=tarfile.SYMTYPE, linkname=f"{VALUE}.log", uname=VALUE))
                tar.addfile(info("d/hard", type=tarfile.LNKTYPE, linkname=f"d/{VALUE}.log"))
                tar.addfile(info(f"{VALUE}/", type=tarfile.DIRTYPE))
                if name == "pax":
                    headers = {"comment": VALUE, "SCHILY.xattr.user.mail": VALUE, "own.key": VALUE}
                    tar.addfile(info("p.log", size=len(BODY), pax_headers=headers), io.BytesIO(BODY))
    with tarfile.open(f"{folder}/global.tar", "w", format=tarfile.PAX_FORMAT, pax_headers={"comment": VALUE}) as tar:
        tar.addfile(info("p.log", size=len(BODY)), io.BytesIO(BODY))


def named_gzip():
    out = io.BytesIO()
    with gzip.GzipFile(f"{VALUE}.log", "wb", fileobj=out) as stream:
        stream.write(BODY)
    return out.getvalue()


def commented_gzip():
    deflate = zlib.compressobj(9, zlib.DEFLATED, -15)
    data = deflate.compress(BODY) + deflate.flush()
    head = b"\x1f\x8b\x08\x10\0\0\0\0\0\3" + VALUE.encode() + b"\0"
    return head + data + struct.pack("<II", zlib.crc32(BODY), len(BODY))


def zips(folder):
    with zipfile.ZipFile(f"{folder}/all.zip", "w", zipfile.ZIP_DEFLATED) as out:
        entry = zipfile.ZipInfo(f"d/{VALUE}.log")
        entry.comment = VALUE.encode()
        entry.extra = struct.pack("<HH", 0x7777, len(VALUE)) + VALUE.encode()
        out.writestr(entry, BODY)
        out.writestr("n/inner.log.gz", named_gzip())
        out.comment = VALUE.encode()


def make(folder):
    tars(folder)
    zips(folder)
    for name, data in {"name.log.gz": named_gzip(), "comment.log.gz": commented_gzip()}.items():
        with open(f"{folder}/{name}", "wb") as out:
            out.write(data)
    source = f"{folder}/tree"
    os.makedirs(source)
    with open(f"{source}/{VALUE}.log", "wb") as out:
        out.write(BODY)
    try:
        os.setxattr(f"{source}/{VALUE}.log", "user.mail", VALUE.encode())
    except OSError:
        pass  # Not every file system has attributes.
    subprocess.run(
        f"cd '{folder}' && 7z a -bd tree.7z tree >/dev/null && find tree | cpio --quiet -o -H newc > tree.cpio"
        " && tar --xattrs -cf tree.tar tree && zstd -q tree.tar && lz4 -q tree.tar tree.tar.lz4"
        " && cp ustar.tar.gz tree/nested.tar.gz && cp all.zip tree/nested.zip && tar -czf nested.tar.gz tree",
        shell=True, check=True)


def look(data, where):
    found = 0
    for form in FORMS:
        if form in data:
            print(f"{where}: {form!r}")
            found += 1
    for name, decompress in (("gzip", gzip.decompress), ("bzip2", bz2.decompress), ("xz", lzma.decompress)):
        try:
            inner = decompress(data)
        except Exception:
            continue
        found += look(inner, f"{where} > {name}")
    for magic, tool in ((b"\x28\xb5\x2f\xfd", "zstd"), (b"\x04\x22\x4d\x18", "lz4")):
        if data[:4] == magic:
            found += look(subprocess.run([tool, "-dc"], input=data, capture_output=True).stdout, f"{where} > {tool}")
    if data[:4] == b"PK\3\4":
        archive = zipfile.ZipFile(io.BytesIO(data))
        found += sum(look(archive.read(entry), f"{where} > {entry.filename}") for entry in archive.infolist())
    if data[257:262] == b"ustar":
        with tarfile.open(fileobj=io.BytesIO(data)) as archive:
            for entry in archive:
                if entry.isfile():
                    found += look(archive.extractfile(entry).read(), f"{where} > {entry.name}")
    if data[:6] == b"7z\xbc\xaf\x27\x1c":
        listing = subprocess.run(["7z", "l", "-slt", where], capture_output=True).stdout
        listing = b"\n".join(line for line in listing.splitlines() if line.startswith(b"Path = ") and b"/" in line)
        found += look(listing, f"{where} > names")
        found += look(subprocess.run(["7z", "x", "-so", where], capture_output=True).stdout, f"{where} > content")
    return found


if sys.argv[1] == "make":
    make(sys.argv[2])
else:
    results = [(path, look(open(path, "rb").read(), path)) for path in sys.argv[2:]]
    for path, count in results:
        print(f"{path}\t{count}")
    sys.exit(0 if all(count for _, count in results) else 1 if any(count for _, count in results) else 3)
