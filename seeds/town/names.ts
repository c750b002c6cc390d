import type { Chance } from './chance.ts';

/** Every name here is invented; the places are real, what happens in them is not. */

/** Districts and counties with the id of their organisations. */
export const counties = [
  { id: 'zhifu', unit: '芝罘区', weight: 24 },
  { id: 'fushan', unit: '福山区', weight: 10 },
  { id: 'muping', unit: '牟平区', weight: 8 },
  { id: 'laishan', unit: '莱山区', weight: 12 },
  { id: 'penglai', unit: '蓬莱区', weight: 8 },
  { id: 'longkou', unit: '龙口市', weight: 9 },
  { id: 'laiyang', unit: '莱阳市', weight: 7 },
  { id: 'laizhou', unit: '莱州市', weight: 7 },
  { id: 'zhaoyuan', unit: '招远市', weight: 6 },
  { id: 'qixia', unit: '栖霞市', weight: 5 },
  { id: 'haiyang', unit: '海阳市', weight: 4 },
] as const;
export type County = (typeof counties)[number];

export function someCounty(chance: Chance): County {
  const weights = Object.fromEntries(counties.map(({ id, weight }) => [id, weight]));
  const drawn = chance.byWeight(weights);
  return counties.find(({ id }) => id === drawn)!;
}

/** What is made and sold: the maker's trade, the goods, and the shops that sell them. */
export const trades = [
  { maker: '酒业', goods: '葡萄酒', shop: '烟酒店', isFood: true },
  { maker: '酒业', goods: '白酒', shop: '副食商行', isFood: true },
  { maker: '水产', goods: '即食海参', shop: '海产品店', isFood: true },
  { maker: '果品', goods: '苹果', shop: '水果店', isFood: true },
  { maker: '食品', goods: '花生油', shop: '粮油店', isFood: true },
  { maker: '电器', goods: '电热水壶', shop: '家电商行', isFood: false },
  { maker: '工具', goods: '扳手', shop: '五金店', isFood: false },
  { maker: '锁业', goods: '智能门锁', shop: '锁具店', isFood: false },
  { maker: '家纺', goods: '床品', shop: '家纺店', isFood: false },
  { maker: '玩具', goods: '积木', shop: '文具店', isFood: false },
  { maker: '日化', goods: '面霜', shop: '化妆品店', isFood: false },
  { maker: '鞋业', goods: '运动鞋', shop: '鞋店', isFood: false },
  { maker: '服饰', goods: '羊毛衫', shop: '服装店', isFood: false },
  { maker: '渔具', goods: '海钓竿', shop: '渔具店', isFood: false },
  { maker: '茶业', goods: '绿茶', shop: '茶庄', isFood: true },
  { maker: '灯具', goods: '吸顶灯', shop: '灯饰店', isFood: false },
] as const;
export type Trade = (typeof trades)[number];

const first = [...'岚澄枫桐禾沐曜苇砺珩霁汀萤朔梧槿澜皓峤沅'];
const second = [...'湾屿川野舟庭石岭汐帆原坊谷泉港林堂岛浦晴'];
const lucky = [...'鑫顺福盛祥隆达丰源泰兴恒荣昌康悦佳美宏旺'];
const surnames = [...'王李张刘陈杨于孙曲姜宋林邹初迟栾衣战慕隋'];
const given = [...'海波静敏磊娜强艳军洋勇杰娟涛明超霞平刚桂英华玉兰春梅建国立新'];

export function someBrand(chance: Chance): string {
  return chance.oneOf(first) + chance.oneOf(second);
}

/** A body of the town: 烟台岚湾酒业有限公司. */
export function companyOf(brand: string, { maker }: Trade): string {
  return `烟台${brand}${maker}有限公司`;
}

export function someShop(chance: Chance, county: County, { shop }: Trade): string {
  return `${county.unit}${chance.oneOf(lucky)}${chance.oneOf(lucky)}${chance.oneOf(second)}${shop}`;
}

/** A company that is no maker: it is sued, or party to a contract. */
export function someFirm(chance: Chance, county: County): string {
  return `${county.unit}${someBrand(chance)}${chance.oneOf(['商贸', '科技', '文化传媒', '机械', '餐饮管理'])}有限公司`;
}

export function somePerson(chance: Chance): string {
  return chance.oneOf(surnames) + chance.oneOf(given) + (chance.happens(0.7) ? chance.oneOf(given) : '');
}

/** Numbers that are kept free for examples: nobody is called. */
export function someTelephone(chance: Chance): string {
  return `1380000${String(chance.between(0, 9999)).padStart(4, '0')}`;
}
