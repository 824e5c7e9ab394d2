/// Explanations of layers.
extension ProblemExplanation {
  static let unreadableLayer = ProblemExplanation(
    Wording(
      zh: """
        图层不是有效的 GeoPackage 或 GeoJSON，已损坏，或超过大小、顶点数、要素数的上限。
        常见于只改了扩展名的文件，或没有写完的导出。缺了图层就不能判断是否位于保护区，所以不带病运行。
        """,
      en: """
        The layer is no valid GeoPackage or GeoJSON, is damaged, or is above the limits of size, \
        vertices or features.
        It comes of a file under another name, or of an export cut short. Without the layer no \
        place can be judged, so the run does not go on.
        """))

  static let badGeometry = ProblemExplanation(
    Wording(
      zh: """
        图层里没有任何面，或坐标超出经纬度的范围，多半是经纬度颠倒。
        可以放心修复或略去的小毛病（环未闭合、顶点不足、点和线）只作提示，不停止运行。
        """,
      en: """
        The layer has no polygon, or coordinates beyond longitude and latitude, most likely \
        exchanged.
        Small flaws that can safely be put right or left out (unclosed rings, too few vertices, \
        points and lines) are notices and stop nothing.
        """),
    before: "[38.41, 112.73]", after: "[112.73, 38.41]")

  static let wrongReferenceSystem = ProblemExplanation(
    Wording(
      zh: """
        图层的坐标系不是 CGCS2000、WGS 84 的经纬度，也不是 CGCS2000 的高斯-克吕格 3 度或 6 度带；\
        或者是西安 80、北京 54 而没有七参数；或者没有写明坐标系，坐标却以米计。
        按错误的坐标系判断，位置会偏出几百米到几百公里。
        """,
      en: """
        The layer's reference system is neither degrees on CGCS2000 or WGS 84 nor a Gauss-Krüger \
        zone of CGCS2000; or it is Xian 1980 or Beijing 1954 without seven parameters; or none is \
        given and the coordinates are metres.
        Judged in a wrong system, places would be off by hundreds of metres to hundreds of \
        kilometres.
        """),
    before: "EPSG:3857", after: "EPSG:4490")

  static let unconvertedLayer = ProblemExplanation(
    Wording(
      zh: """
        图层是 Shapefile、KML、KMZ、FileGDB 或压缩包。运行时只读 GeoPackage 和 GeoJSON，这些格式要先用 \
        GDAL 转换一次；转换可以在另一台电脑上做。
        """,
      en: """
        The layer is a shapefile, KML, KMZ, FileGDB or archive. Runs read GeoPackage and GeoJSON \
        only; other formats are converted once by GDAL, which another machine can do.
        """),
    before: "path: Inputs/layers/红线.shp", after: "path: Inputs/layers/红线.gpkg")

  static let converterMissing = ProblemExplanation(
    Wording(
      zh: """
        转换 Shapefile、KML、FileGDB 等格式要用 GDAL 的 ogr2ogr，本机的 PATH 中没有它。筛查本身不需要 GDAL。
        """,
      en: """
        Shapefile, KML, FileGDB and other formats are converted by ogr2ogr, a program of GDAL, which \
        is not on the PATH of this machine. Screening itself does not need GDAL.
        """))

  static let conversionFailed = ProblemExplanation(
    Wording(
      zh: """
        ogr2ogr 没有转换成功：文件不完整（Shapefile 缺 .shx、.dbf）、格式不在允许之列、压缩包里不止一个图层，或超过时间、大小的上限。
        没有写出任何文件。
        """,
      en: """
        The converter ogr2ogr did not succeed: the file is incomplete (a shapefile without .shx or .dbf), of a \
        format that is not allowed, an archive of several layers, or beyond the limits of time and \
        size.
        Nothing was written.
        """))

  static let severalTables = ProblemExplanation(
    Wording(
      zh: """
        GeoPackage 里有几个面要素表，而没有写明读哪一个；或者写明的表不存在。多读或错读一个图层，判断就会错。
        """,
      en: """
        The GeoPackage has several tables of features and none is named, or the one that is named \
        is not there. A layer too many, or the wrong one, makes wrong verdicts.
        """),
    before: "path: Inputs/layers/三区三线.gpkg", after: "layer: 生态保护红线")

  static let referenceContradicted = ProblemExplanation(
    Wording(
      zh: """
        文件、leadscreen.yaml 的 crs 与坐标本身说法不一：编号与参数不符，带号与中央经线不符，声明以米计而坐标是度，\
        或东坐标的带号是另一个带的。猜错一个带，位置会偏出几百公里，所以不猜。
        """,
      en: """
        The file, the key crs in leadscreen.yaml and the coordinates do not agree: a number with \
        other parameters, a zone number with another meridian, metres declared for degrees, or \
        eastings with another zone's number. One zone off is hundreds of kilometres, so nothing is \
        guessed.
        """))

  static let layerExchanged = ProblemExplanation(
    Wording(
      zh: """
        图层以同一名称、标签和 version（没有 version 的，同一 valid_from）登记过，现在的文件却是另一份，或者改了 crs、\
        datum_shift、layer，读出的图形不同。县区图（counties）也一样。以前的判断依据的是原来那一份，换掉它就说不清哪个结论\
        依据哪张图。
        """,
      en: """
        A layer of this name, tag and version (without a version: of this valid_from) was \
        registered before, and now its file is another one, or crs, datum_shift or layer were \
        changed so that other shapes are read from it. Polygons of counties count too. Earlier \
        verdicts rest on what it was; exchanged, nobody could say which drawing decided.
        """),
    before: "version: \"2025-12\"", after: "version: \"2026-03\"")

  static let layerAstray = ProblemExplanation(
    Wording(
      zh: """
        图层超出全国范围，或者大部分落在本辖区以外，又没有覆盖本辖区；没有县区图时，看它是否远离其他图层。
        多半是中央经线或坐标系写错，或者拿了外地的文件。按它判断，辖区里的地点都会成为界外，所以它的界外不算数；\
        能肯定是图层的错时，界内也不算数。
        """,
      en: """
        The layer reaches beyond China, or most of it lies outside the jurisdiction without \
        covering it; without county polygons, it lies far from the other layers.
        Most often the central meridian or the system is wrong, or the file is another place's. By \
        such a layer every place here would be outside, so its outside does not count; nor does its \
        inside where the layer is certainly wrong.
        """),
    before: "crs: \"EPSG:4546\"", after: "crs: \"EPSG:4547\"")
}
