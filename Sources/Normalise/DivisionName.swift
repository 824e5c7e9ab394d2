/// The short form of a division's name: 代县 and 忻州市 without 县 and 市, 峨山彝族自治县 as 峨山.
///
/// `nil` where fewer than two characters would be left (代县), or nothing can be taken away.
func shortDivisionName(_ name: String) -> String? {
  var rest = Substring(name)
  if let kind = ["自治县", "自治旗", "自治州", "自治区"].first(where: rest.hasSuffix) {
    rest.removeLast(kind.count)
    // 双江拉祜族佤族布朗族傣族自治县 names four peoples; 内蒙古自治区 is not short for 内.
    while let people = peoples.first(where: rest.hasSuffix), rest.count >= people.count + 2 {
      rest.removeLast(people.count)
    }
  } else if let kind = divisionKinds.first(where: rest.hasSuffix) {
    rest.removeLast(kind.count)
  }
  return rest.count >= 2 && rest.count < name.count ? String(rest) : nil
}

/// Longer endings first.
private let divisionKinds = [
  "特别行政区", "地区", "新区", "林区", "特区", "矿区", "省", "市", "县", "区", "旗", "盟",
]

/// The peoples that names of autonomous divisions carry; longer forms first.
private let peoples = [
  "柯尔克孜族", "柯尔克孜", "维吾尔族", "维吾尔", "哈萨克族", "哈萨克", "塔吉克族", "塔吉克", "达斡尔族",
  "蒙古族", "蒙古", "朝鲜族", "土家族", "傈僳族", "拉祜族", "布朗族", "景颇族", "哈尼族", "纳西族", "普米族", "仡佬族",
  "布依族", "毛南族", "仫佬族", "东乡族", "保安族", "撒拉族", "裕固族", "锡伯族", "锡伯", "独龙族", "鄂温克族",
  "壮族", "回族", "满族", "苗族", "彝族", "藏族", "白族", "傣族", "侗族", "瑶族", "畲族", "羌族", "黎族", "佤族",
  "水族", "怒族", "土族", "各族",
]
