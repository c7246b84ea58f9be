extension Prelude {
    /// A `Date` of the call's time and zone: local methods work on the time moved by the zone's offset, as UTC.
    static let clock = """
        const SystemDate = Date;
        const DatePrototype = Date.prototype;
        const readTime = Function.prototype.call.bind(DatePrototype.getTime);
        const writeTime = Function.prototype.call.bind(DatePrototype.setTime);
        let now = 0;
        let zoneOffset = 0;
        function setClock(time, offset) { now = time; zoneOffset = offset; }

        const isoTime = /^(?:\\d{4}|[+-]\\d{6})-\\d\\d-\\d\\dT\\d\\d:\\d\\d(?::\\d\\d(?:[.,]\\d+)?)?(Z|[+-]\\d\\d:?\\d\\d)?$/;
        const isoDate = /^(?:\\d{4}|[+-]\\d{6})(?:-\\d\\d(?:-\\d\\d)?)?$/;
        const namedZone = /\\b(?:GMT|UTC?|Z|[ECMP][SD]T)\\b|\\d\\s*Z$|:\\d\\d\\s*[+-]\\d\\d:?\\d\\d\\b/i;
        function parseTime(text) {
            const iso = isoTime.exec(text);
            if (iso ? iso[1] : isoDate.test(text) || namedZone.test(text)) return SystemDate.parse(text);
            return SystemDate.parse(text + (iso ? 'Z' : ' GMT')) - zoneOffset;
        }

        function NewDate(...parts) {
            if (new.target === undefined) return textOf(now, 'date', 'time');
            let time;
            if (parts.length === 0) {
                time = now;
            } else if (parts.length === 1) {
                let only = parts[0];
                if (typeof only === 'object' && only !== null) {
                    try { only = readTime(only); } catch { only = toPrimitive(only); }
                }
                time = typeof only === 'string' ? parseTime(only) : only;
            } else {
                time = SystemDate.UTC(...parts) - zoneOffset;
            }
            return Reflect.construct(SystemDate, [time], new.target);
        }
        // The order of ToPrimitive without a hint, for what is no Date.
        function toPrimitive(object) {
            const exotic = object[Symbol.toPrimitive];
            if (exotic !== undefined && exotic !== null) return exotic.call(object, 'default');
            const value = object.valueOf();
            return typeof value === 'object' && value !== null ? String(object) : value;
        }
        Object.defineProperties(NewDate, {
            name: { value: 'Date' },
            length: { value: 7 },
            prototype: { value: DatePrototype, writable: false },
            now: { value: { now() { return now; } }.now, writable: true, configurable: true },
            parse: { value: { parse(text) { return parseTime(String(text)); } }.parse, writable: true, configurable: true },
            UTC: { value: SystemDate.UTC, writable: true, configurable: true }
        });
        function define(prototype, methods) {
            for (const name of Reflect.ownKeys(methods)) {
                Object.defineProperty(prototype, name, { value: methods[name], writable: true, configurable: true });
            }
        }
        define(DatePrototype, { constructor: NewDate });
        globalThis.Date = NewDate;
        Object.defineProperty(globalThis, 'Date', { enumerable: false });

        for (const part of ['Date', 'Day', 'FullYear', 'Hours', 'Milliseconds', 'Minutes', 'Month', 'Seconds']) {
            const read = DatePrototype['getUTC' + part];
            const getter = 'get' + part;
            define(DatePrototype, {
                [getter]() { return read.call(new SystemDate(readTime(this) + zoneOffset)); }
            });
            const write = DatePrototype['setUTC' + part];
            if (!write) continue;
            const setter = 'set' + part;
            define(DatePrototype, {
                [setter](...values) {
                    const time = readTime(this);
                    const local = new SystemDate(time + zoneOffset);
                    write.apply(local, values);
                    return writeTime(this, readTime(local) - zoneOffset);
                }
            });
        }

        const dayNames = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
        const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
        const two = (number) => (number < 10 ? '0' : '') + number;
        function textOf(time, ...parts) {
            const local = new SystemDate(time + zoneOffset);
            if (isNaN(readTime(local))) return 'Invalid Date';
            const year = local.getUTCFullYear();
            const minutes = Math.abs(Math.trunc(zoneOffset / 60000));
            const zone = 'GMT' + (zoneOffset < 0 ? '-' : '+') + two(Math.trunc(minutes / 60)) + two(minutes % 60);
            const texts = {
                date: [
                    dayNames[local.getUTCDay()], monthNames[local.getUTCMonth()], two(local.getUTCDate()),
                    (year < 0 ? '-' : '') + String(Math.abs(year)).padStart(year < 0 ? 6 : 4, '0')
                ].join(' '),
                clock: [local.getUTCHours(), local.getUTCMinutes(), local.getUTCSeconds()].map(two).join(':'),
            };
            texts.time = texts.clock + ' ' + zone;
            return parts.map((part) => texts[part]).join(' ');
        }
        define(DatePrototype, {
            getTimezoneOffset() { return isNaN(readTime(this)) ? NaN : zoneOffset === 0 ? 0 : -zoneOffset / 60000; },
            getYear() { return this.getFullYear() - 1900; },
            setYear(year) {
                const number = Math.trunc(Number(year));
                if (isNaN(readTime(this))) writeTime(this, -zoneOffset);
                return this.setFullYear(number >= 0 && number <= 99 ? 1900 + number : Number(year));
            },
            toString() { return textOf(readTime(this), 'date', 'time'); },
            toDateString() { return textOf(readTime(this), 'date'); },
            toTimeString() { return textOf(readTime(this), 'time'); },
            toLocaleString() { return textOf(readTime(this), 'date', 'clock'); },
            toLocaleDateString() { return textOf(readTime(this), 'date'); },
            toLocaleTimeString() { return textOf(readTime(this), 'clock'); }
        });
        """
}
