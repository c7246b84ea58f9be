// What an order has, as it is said: Fax machine; Toner cartridge, 2 pieces. 传真机；硒鼓2件。
function things(items, language) {
  return items.map(function (item) {
    if (item.quantity == 1) { return item.title; }
    return language == 'zh-CN' ? item.title + item.quantity + '件' : item.title + ', ' + item.quantity + ' pieces';
  }).join(language == 'zh-CN' ? '；' : '; ');
}
