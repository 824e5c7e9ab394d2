"""Writes an inspection export of invented records to standard output, UTF-8 or GB18030.

make_rows.py RECORDS [gb18030]: 20 columns and about 245 bytes of UTF-8 a record; the values a real
export repeats (counties, violations, media) repeat here, the others (numbers, names, codes) do not.
"""
import sys

HEADER = ("检查编号,检查日期,检查单位,县区,被检查单位名称,统一社会信用代码,法定代表人,检查地点,经度,纬度,坐标系,"
          "违法行为类型,环境要素,违法行为发生日期,是否完成整改,整改完成日期,处罚决定书文号,罚款金额（万元）,"
          "损害金额（元）,备注")
COUNTIES = ["忻府区", "定襄县", "五台县", "代县", "繁峙县", "宁武县", "静乐县", "神池县", "五寨县", "岢岚县",
            "河曲县", "保德县", "偏关县", "原平市"]
VIOLATIONS = ["超标排放水污染物", "未批先建", "不正常运行污染防治设施", "非法倾倒固体废物", "通过暗管排放"]
MEDIA = ["水", "大气", "土壤", "固体废物", "水、土壤"]
TRADES = ["焦化", "洗煤", "化工", "水泥", "铸造", "养殖"]
LETTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
WEIGHTS = [3 ** i % 31 for i in range(17)]


def credit_code(number):
    body = "911409%02dMA%06d" % (number % 15, number % 1_000_000)
    body += organisation_check(body[8:16])
    total = sum(LETTERS.index(c) * w for c, w in zip(body, WEIGHTS))
    return body + LETTERS[(31 - total % 31) % 31]


def organisation_check(eight):
    digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    total = sum(digits.index(c) * w for c, w in zip(eight, (3, 7, 9, 10, 5, 8, 4, 2)))
    check = 11 - total % 11
    return "X" if check == 10 else "0" if check == 11 else str(check)


def row(number):
    day, month = number % 28 + 1, number % 9 + 1
    county = COUNTIES[number * 7 % len(COUNTIES)]
    return ",".join([
        "JC2026%07d" % number, "2026-%02d-%02d" % (month, day), county + "执法队", county,
        "忻州%d号%s有限公司" % (number % 400_000, TRADES[number % len(TRADES)]), credit_code(number % 400_000),
        "", county + "工业园%d号" % (number % 900),
        "%.6f" % (111.5 + number * 37 % 2_000_000 / 1e6), "%.6f" % (38.2 + number * 53 % 1_000_000 / 1e6),
        "CGCS2000", VIOLATIONS[number % len(VIOLATIONS)], MEDIA[number % len(MEDIA)],
        "2026/%d/%d" % (month, day), "是" if number % 3 else "否",
        "2026-09-%02d" % day if number % 3 else "", "忻环罚〔2026〕%d号" % number if number % 4 == 0 else "",
        "%.1f" % (number % 300 / 10) if number % 4 == 0 else "", "", ""])


encoding = sys.argv[2] if len(sys.argv) > 2 else "utf-8"
out = sys.stdout.buffer
out.write((HEADER + "\r\n").encode(encoding))
for start in range(0, int(sys.argv[1]), 10_000):
    end = min(start + 10_000, int(sys.argv[1]))
    out.write("".join(row(n) + "\r\n" for n in range(start, end)).encode(encoding))
