import Foundation

/// A colour as light, for the rules that are about seeing.
struct Light: Hashable {
    var red: Double
    var green: Double
    var blue: Double

    /// WCAG 2.2, relative luminance: sRGB made linear.
    init(_ red: UInt8, _ green: UInt8, _ blue: UInt8) {
        func linear(_ channel: UInt8) -> Double {
            let value = Double(channel) / 255
            return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
        }
        self.init(linearRed: linear(red), green: linear(green), blue: linear(blue))
    }

    init(linearRed red: Double, green: Double, blue: Double) {
        self.red = min(1, max(0, red))
        self.green = min(1, max(0, green))
        self.blue = min(1, max(0, blue))
    }

    var luminance: Double { 0.2126 * red + 0.7152 * green + 0.0722 * blue }

    /// WCAG 2.2, contrast ratio: 1 to 21.
    func contrast(_ other: Light) -> Double {
        let (darker, lighter) = (min(luminance, other.luminance), max(luminance, other.luminance))
        return (lighter + 0.05) / (darker + 0.05)
    }

    /// CIE 1976 difference; about 2 is just seen, 10 is seen at a glance.
    func difference(_ other: Light) -> Double {
        let (one, two) = (lab, other.lab)
        return zip(one, two).map { ($0 - $1) * ($0 - $1) }.reduce(0, +).squareRoot()
    }

    private var lab: [Double] {
        func curve(_ value: Double) -> Double {
            value > 0.008856 ? pow(value, 1 / 3.0) : 7.787 * value + 16 / 116.0
        }
        let x = curve((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047)
        let y = curve(luminance)
        let z = curve((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883)
        return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
    }

    /// As somebody without red cones (Machado, Oliveira and Fernandes 2009, severity 1) sees it.
    var protanopia: Light {
        Light(
            linearRed: 0.152286 * red + 1.052583 * green - 0.204868 * blue,
            green: 0.114503 * red + 0.786281 * green + 0.099216 * blue,
            blue: -0.003882 * red - 0.048116 * green + 1.051998 * blue)
    }

    /// As somebody without green cones sees it.
    var deuteranopia: Light {
        Light(
            linearRed: 0.367322 * red + 0.860646 * green - 0.227968 * blue,
            green: 0.280085 * red + 0.672501 * green + 0.047413 * blue,
            blue: -0.011820 * red + 0.042940 * green + 0.968881 * blue)
    }
}
