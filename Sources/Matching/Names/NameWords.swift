internal import Vocabulary

/// The words that party names are made of, folded as keys are.
enum NameWords {
  /// Legal forms at the end of a name, by `NameForm`; brackets and longer spellings are folded before.
  static let forms = WordTrie(
    isBackward: true, NameForm.allCases.map { (Int32($0.rawValue), $0.words) })

  /// Forms after which a branch or a site may follow within a name: those of whole legal persons.
  static let innerForms = WordTrie([
    (0, "集团股份有限公司 集团有限公司 股份有限公司 有限公司 总公司 集团公司 专业合作社 联合社 合伙企业"), (1, "公司"),
  ])

  /// Words for a part of an organisation; those of value 1 also stand at the end of a shop's own name
  /// and count after a legal form only.
  static let branches = WordTrie([
    (
      0,
      "分公司 支公司 分厂 分店 分部 分院 分所 分社 分局 分行 支行 分矿 分场 分校 分站 分园 分理处 支店 营业部 项目部 项目经理部 办事处"
    ), (1, "营业厅 营业所 门市部 经营部 经理部 储蓄所 服务部 销售部 分处"),
  ])

  /// Endings of what stands after a legal form and is a part of the organisation, not a site of it.
  static let partEndings = WordTrie(
    isBackward: true,
    [(0, "公司 厂 店 部 矿 站 所 处 院 行 社 场 中心 车间 工区 工段 队 基地 集团 库 井 电站 学校 医院 酒店 宾馆 大队 支队")])

  /// Words of organisations that end in none of the legal forms, for the parent of a branch.
  static let parents = WordTrie([(0, "银行 信用社 厂 学校 中学 小学 大学 医院 集团 局 院 矿 公司 店 站 中心 场 社 所 部 保险 石油")])

  /// Words that only organisations have, wherever they stand.
  static let organisations = WordTrie([
    (
      0,
      "公司 集团 工厂 企业 政府 委员会 村委 学校 医院 大学 协会 基金会 宾馆 酒店 饭店 商行 超市 经营 养殖 农场 园区 工程 银行 管理处 中心 商店 商场 市场 项目 合作社 门市 加工 修理 销售 服务 食堂 餐厅 酒楼 幼儿园 中学 小学 车队 加油站 电站 农庄 农家乐 联社 事务所 工作室"
    ), (1, "厂 矿 站 店 行 社 部 院 所 场 局"),
  ])

  /// What stands in brackets and belongs to the form: 宏达(集团)有限公司, 宏达中心(有限合伙).
  static let bracketedForms = WordTrie([
    (0, "集团 股份 有限合伙 普通合伙 特殊普通合伙 普通合伙企业 个人独资 个体工商户 个体 个体户 个体经营")
  ])

  /// Words of notes in brackets at the end: on the party's state or on the paper it stands on.
  static let notes = WordTrie([
    (0, "注销 吊销 停产 关闭 停业 歇业 曾用名 原名 更名 改名 现名 在建 破产 公章 盖章 简称 下称 筹建 筹备 拆除 搬迁")
  ])

  /// What stands before the other name of a party in such a note.
  static let otherNames = WordTrie([
    (0, "曾用名 曾用名称 曾用名为 原名 原名称 原名为 原 现名 现名称 现名为 更名为 现更名为 已更名为 改名为 更名前")
  ])

  /// Names that tell nobody apart.
  static let generic = WordTrie([
    (
      0,
      "个体户 个体 个体工商户 个体经营户 经营户 村民 群众 居民 业主 当事人 企业 公司 工厂 单位 厂 店 矿 无名 无名氏 无主 不明 自然人 个人 有限公司 施工方 施工单位 建设单位 养殖户 散户 商户 住户 无名称 匿名 人员 车辆 司机 店铺 门店 摊贩 商贩 摊主 路人 农户 工地 责任人 行为人 排污单位 责任主体"
    )
  ])

  /// What says before such a name that nobody knows who it is: 附近居民, 沿街商户, 不明单位.
  static let vague = WordTrie([
    (
      0,
      "不明 未知 不详 无名 匿名 附近 周边 周围 邻近 沿街 沿路 沿线 沿河 临街 路边 街边 当地 本地 外地 过往 过路 流动 部分 个别 相关 有关 涉事 多家 多户 多名 数家 数户 数名 几家 几户 若干"
    )
  ])

  /// What a person is called before the name where the trade is the person's own.
  static let soleTraders = WordTrie([(0, "个体工商户 个体户 个体经营户 经营户 养殖户 农户 村民 业主")])

  /// Trades at the end of a name's core: 铸造 of 宏达铸造; what stands before them is the brand.
  static let trades = WordTrie(isBackward: true, [(0, tradeWords)])

  /// Characters that many persons' names begin with.
  static let surnames = UnitSet(
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧肖程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎闫余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂焦向柳邢路岳齐梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边辜吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫来苟全褚廉简娄盖符奚木穆党燕郎邸冀谈姬屠连郜晏栾郁商蒙计喻揭窦迟宇敖糜鄢冷卓花仇艾蓝都巩稽井练仲乐虞卞封竺冼原官衣楚佟栗匡宗"
  )

  /// Surnames of two characters.
  static let longSurnames = WordTrie([(0, Surname.compound)])

  private static let tradeWords = """
    铸造 锻造 锻压 冶炼 冶金 炼铁 炼钢 钢铁 有色金属 金属 金属制品 金属材料 机械 机械制造 机电 机电设备 机床 轴承 \
    法兰 阀门 管业 管道 五金 模具 矿业 矿产 煤业 煤炭 煤矿 焦煤 煤焦 焦化 洗煤 选矿 选煤 铁矿 金矿 铜矿 采石 石料 \
    石材 石业 砂石 砂场 沙场 砖瓦 砖业 水泥 水泥制品 混凝土 商砼 建材 建筑材料 新型建材 墙材 陶瓷 玻璃 耐火材料 石灰 \
    化工 化学 化肥 肥业 农药 涂料 油漆 塑料 塑胶 塑业 橡胶 树脂 制药 药业 医药 生物 生物科技 生物制品 制品 材料 \
    新材料 科技 技术 电子 电子科技 信息 信息技术 网络 通信 软件 电器 电气 电力 电力设备 供电 发电 热电 热力 供热 \
    能源 新能源 光伏 风电 石油 石化 燃气 天然气 油气 加油 环保 环保科技 环境 环境工程 水务 供水 排水 污水处理 \
    水处理 垃圾处理 再生资源 物资回收 废旧物资 回收 建筑 建筑工程 建设 建设工程 工程 土木工程 市政工程 路桥 公路 \
    桥梁 装饰 装修 装饰工程 园林 园林绿化 绿化 房地产 房地产开发 置业 地产 物业 物业管理 物业服务 开发 投资 投资管理 \
    管理 咨询 服务 实业 工业 制造 加工 生产 商贸 贸易 经贸 工贸 销售 经销 批发 零售 进出口 供销 物流 运输 货运 客运 \
    汽车 汽车销售 汽车维修 汽车修理 汽修 修理 维修 配件 零部件 汽车配件 设备 设备制造 装备 仪器 仪表 工具 食品 \
    食品加工 粮油 粮食 面粉 饲料 饮料 酒业 酿酒 乳业 肉类 肉联 屠宰 餐饮 餐饮管理 饭店 酒店 酒店管理 宾馆 酒楼 餐厅 \
    烧烤 超市 商店 商行 商场 百货 服装 服饰 纺织 针织 印染 染整 制衣 鞋业 皮革 制革 皮业 家具 木业 木材 板材 造纸 \
    纸业 纸品 包装 印刷 彩印 广告 文化 传媒 教育 旅游 养殖 种植 种养 畜牧 牧业 农业 农业科技 农业开发 农牧 林业 水产 \
    渔业 禽业 蛋鸡 养鸡 养猪 养牛 养羊 花卉 苗木 电镀 喷涂 喷漆 表面处理 热处理 焊接 门窗 钢结构 铝业 铜业 锌业 镁业 \
    铝材 不锈钢 电缆 线缆 电线 电池 照明 灯具 光电 半导体 集团 控股 发展 经济 事业 联合 综合 宝石加工 珠宝 工艺品 工艺 \
    玩具 日用品 用品 体育用品 医疗 医疗器械 器械 医院 人民医院 中心医院 中医院 诊所 门诊 学校 中学 小学 大学 幼儿园 银行 信用社 农场 林场 \
    牧场 养殖场 养猪场 养鸡场 砖厂 砂厂 加油站 洗车 洗涤 干洗 美容 美发 理发 娱乐 网吧 影视 摄影 药店 药房 中心 \
    经营部 服务部 门市部 维修部 修理部 加工部 商贸行 经营 市场 农贸市场 项目 码头 港口 船舶 造船 航运 搅拌站 拌合站 \
    石膏 石墨 石英 石板 石雕 石粉 铸件 铸钢 铸铁 锻件 钢材 钢管 钢构 轧钢 铁合金 铁粉 炼焦 焦炭 炼油 \
    油品 机修 管件 管材 模板 煤化工 煤气 煤电 煤层气 洗选 洗浴 洗衣 采砂 采矿 采掘 砂浆 砂轮 砌块 水电 \
    水利 水暖 水果 矿山 矿粉 陶粒 陶业 玻纤 化纤 化妆品 日化 肥料 农机 农资 农贸 农林 农产品 涂装 油脂 \
    油料 塑钢 塑编 橡塑 制冷 制氧 制鞋 制砖 制糖 药材 中药材 通讯 电机 电梯 电站 电动车 网架 供气 供暖 \
    供应链 燃料 燃油 加固 环卫 排污 装卸 装潢 地板 地质 物贸 酿造 乳品 肉食 纸箱 纸板 彩钢 铝合金 铝塑 \
    铜材 锰业 硅业 铅业 钛业 线材 灯饰 器材 蔬菜 果蔬 果业 果品 茶叶 茶业 豆制品 调味品 润滑油 容器 \
    压力容器 速冻食品 干果 气体 氢能 劳务 家电 家居 家纺 家政 木器 木制品 种业 种子 种苗 苗圃 畜禽 花木 \
    焊材 门业 食用菌 食用油
    """
}
