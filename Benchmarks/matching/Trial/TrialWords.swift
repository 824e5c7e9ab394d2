/// The characters and words that invented names are made of.
enum TrialWords {
  /// Characters of brands in groups of one sound, tones aside: what typing by pinyin confuses.
  private static let brandSounds =
    "鑫新欣信馨昕芯薪 华桦骅花 源元园远缘原圆渊 盛胜晟升生 达大 隆龙珑 兴星幸 恒衡 泰太 瑞睿锐蕊 丰峰锋风枫沣凤 通同桐童彤 顺舜 "
    + "诚成城程承澄 宏鸿洪弘虹红泓 昌长常畅 金锦晋进津瑾 佳嘉家 明鸣铭茗 利立力丽励黎 和合禾河荷贺 永勇涌 福富复 东冬栋 天添田 "
    + "宇玉裕育雨誉钰煜 建健剑 国果 振震镇珍 伟威维卫炜 凯楷铠 博波勃 祥翔湘香 云运韵芸 汇惠辉慧晖徽 志智致芝 俊军骏君钧 荣融蓉榕 "
    + "广光 正政郑 义益亿毅艺逸怡宜 聚巨 宝保 联莲连廉 旭绪许 泽则 鹏朋 腾藤 飞菲 阳洋扬杨 万皖 方芳 山善珊 江姜 溪熙曦希禧 "
    + "林霖琳 青清庆卿 春纯 秋丘 贵桂 财才 旺望 茂懋 昊浩皓豪 捷杰洁 尚上 德得 仁任 民敏岷 众中忠钟 越悦跃岳 启奇琪齐祺 思斯 百柏 "
    + "双霜 驰池 奥澳傲 宁凝 晶景京精菁 凌灵玲岭 鲁路陆禄 湖虎 宗综 珠竹 泉全权 桥乔侨 雅亚 卓灼 朗浪 冠观 环欢焕 蓝兰岚澜 颖盈英莹"

  /// Further groups of one sound, for the characters of trades.
  private static let tradeSounds =
    "煤梅镁美 矿况旷 石实时食师 焦交胶教 铸筑助住 造早灶 机积基吉技 械谢 物务武 流柳刘 输书树术 殖值植制质织纸 业叶页 农浓 牧木目沐 "
    + "品聘 加佳 电店殿 塑素速 钢刚岗 铁贴 铝绿律 水税 泥尼 砖专转 璃离 具剧 服福 装庄桩 饰市事 印银引饮 染然 纺仿方 医宜 药耀要 "
    + "化华 肥飞费废 酒久旧 餐参 油友优游 气汽器启 修秀休 商尚 贸茂 销晓肖 售寿首收 供共宫 资自紫咨 再在载 回辉 船传川 渔鱼余 "
    + "茶查 置志 地帝 产铲 劳老 询寻讯 息西 网往 络洛落 设社射 备贝倍 材才彩采 房防坊 型形 环还 保宝 洗喜 选宣 粉份 陶桃 瓷词 "
    + "矿况 屠图 宰载 仓苍 储楚 园源 林临 绿旅 泰太 疗聊 包宝 材财 轮伦 胎台 电店 镀度 线现 缆览 阀发 泵崩 轴周 承诚 板版 染冉"

  /// Pairs of characters that look alike.
  private static let lookalikes =
    "鑫森 晟展 昊吴 泰秦 利科 金全 永水 元无 华毕 大太 丰半 天夫 田由 玉王 林材 木本 民氏 旺明 昌晶 众从 达迈 佳住 伟伊 仁仕 博傅 瑞端 "
    + "祥详 恒桓 隆降 星皇 顺须 和种 宇字 国围 云去 汇江 志忘 俊峻 荣荥 泽译 鹏朋 腾滕 万方 山仙 治冶 石右 料科 矿旷 铁铗 砖专 材村 洗选 场扬"

  /// By rank of use, the most used first.
  static let brands: [Character] = brandSounds.filter { $0 != " " }.enumerated()
    // Groups stand together in the text; common characters are spread over all groups.
    .sorted { ($0.offset * 61 % 331, $0.offset) < ($1.offset * 61 % 331, $1.offset) }
    .map(\.element)

  /// By rank of use, the most used first.
  static let trades = words(
    "建筑 房地产 汽车 供销 物流 商贸 建材 机械 化工 煤业 养殖 农牧 食品 再生资源 运输 矿业 石料 水泥 铸造 环保科技 机械制造 建筑工程 建筑安装 装饰 "
      + "农业开发 物业管理 电力 塑料制品 包装 印刷 家具 木业 纸业 金属制品 钢结构 钢铁 不锈钢制品 铝业 铜业 镁业 焦化 洗煤 选煤 煤焦 耐火材料 陶瓷 玻璃 "
      + "石材 砂石 混凝土 新型建材 砖瓦 路桥工程 市政工程 园林绿化 园林工程 水利工程 风力发电 光伏发电 新能源 热力 供热 燃气 石油销售 加油 油品 润滑油 "
      + "电子 电子科技 电器 电缆 电线 仪表 阀门 泵业 轴承 法兰 锻造 锻压 模具 精密机械 五金 电镀 热镀锌 表面处理 喷涂 纺织 印染 服装 针织 皮革 制鞋 "
      + "制药 生物科技 医药 医疗器械 化肥 农药 饲料 种业 粮油 面粉 米业 酿酒 饮料 乳业 肉业 屠宰 冷链 果业 蔬菜 茶业 林业 苗木 花卉 渔业 水产 "
      + "水产养殖 奶牛养殖 生猪养殖 肉鸡养殖 蛋鸡养殖 肉羊养殖 餐饮 酒店管理 旅游开发 文化传媒 广告 信息技术 网络科技 软件 科技 技术服务 环境工程 "
      + "环境科技 污水处理 固废处理 危废处置 垃圾处理 资源回收 废旧物资 报废汽车 轮胎 橡胶 橡塑 化纤 涂料 油漆 染料 颜料 精细化工 日化 清洁 洗涤 "
      + "汽车销售 汽车服务 汽车维修 汽车配件 摩托车 船舶 船舶修造 港务 仓储 装卸 快递 搬运 吊装 设备租赁 劳务 咨询 投资 贸易 国际贸易 进出口 百货 "
      + "超市 服饰 珠宝 铁矿 铝土矿 铁合金 硅业 炭素 石墨 活性炭 洗选煤 型煤 煤炭运销 煤矿机械 矿山机械 矿山设备 环保设备 锅炉 压力容器 "
      + "农机 农资 育种 种植 药材 蜂业 盐业 制糖 调味品 豆制品 糕点 方便食品 速冻食品")

  /// What sole traders trade in, with the word that ends their names.
  static let shops = words(
    "石料厂 加工厂 养殖场 汽修部 餐馆 豆腐坊 洗车行 废品收购站 木器厂 铁艺部 建材经营部 农资店 洗煤厂 砖厂 门窗厂 五金店 烧烤店 涮锅店 家具店 轮胎店 "
      + "养猪场 养鸡场 养牛场 屠宰点 砂场 采石场 修理部 洗衣店 印刷部 塑料厂")
  /// Names that many sole traders have.
  static let commonShops = words(
    "兄弟汽修部 便民超市 老王饭店 顺风汽修厂 诚信建材经营部 农家乐饭庄 利民养殖场 宏达汽修部 平安洗车行 四季青蔬菜店 好再来饭店 如意洗衣店 惠民粮油店 鑫鑫汽修部 "
      + "顺达轮胎店 老李烧烤店 家家乐超市 小张修理部 富民养猪场 诚信汽修部 平价超市 为民粮油店 金色童年玩具店 红星砖厂 兴旺养鸡场 万家福超市 老马拉面馆 光明五金店 "
      + "永红石料厂 顺利洗车行")

  static let shopForms = ["厂", "场", "部", "店", "站", "行", "馆", "坊", "点", "庄", "超市"]

  /// Most used first, by about their share of the population.
  static let surnames = Array(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
  )
  static let given = Array(
    "建伟国明华强军平志文海英红玉春秀永俊杰丽峰勇林波涛斌磊敏静芳娟霞燕玲桂兰梅凤云龙飞鹏超刚毅辉亮鑫宇浩然博雅婷雪慧倩颖洁琴爱珍根生贵福全有才富安宁康健顺利成功胜利东南北山河川江湖洋新民")

  static let roads = words(
    "建设路 人民路 解放路 新华街 和平街 光明路 迎宾路 振兴街 工业大道 开发路 环城北路 环城南路 东兴街 西关街 南关街 北关街 文化路 青年路 七一路 五一路 友谊街 "
      + "滨河路 站前街 商业街 府前街 学府街 创业路 科技路 园区大道 沿河西路")
  static let townFirst = Array("城东西南北上下大小新老高平清白黄青石沙柳杨松桃梨")
  static let townSecond = Array("关庄河山沟岭坪营堡寨泉塘桥店集坡湾原川台")
  static let villageFirst = Array("上下东西南北前后大小")
  static let villageSecond = Array("柳榆石桦泉白沙梨枣窑王李张刘赵杨马高")
  static let villageThird = Array("庄沟坪梁洼峪湾坡家岭")

  /// The other characters of a character's sound.
  static let homophones: [Character: [Character]] = {
    var found: [Character: [Character]] = [:]
    for group in words(brandSounds) + words(tradeSounds) {
      for one in group {
        for other in group where other != one && found[one]?.contains(other) != true {
          found[one, default: []].append(other)
        }
      }
    }
    return found
  }()

  static let likenesses: [Character: Character] = Dictionary(
    words(lookalikes).compactMap { pair in
      pair.count == 2 ? (pair[pair.startIndex], pair[pair.index(after: pair.startIndex)]) : nil
    }, uniquingKeysWith: { first, _ in first })

  private static func words(_ text: String) -> [String] {
    text.split(separator: " ").map(String.init)
  }
}
