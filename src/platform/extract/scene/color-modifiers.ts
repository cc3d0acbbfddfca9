import type { XmlNode } from '../package/xml.ts';
import { attribute } from '../package/xml.ts';

/** Red, green, blue from 0 to 1. */
export type Channels = readonly [number, number, number];

/** What modifiers (ECMA-376 part 1, 20.1.2.3) make of a colour, one after the other; those that are not known change nothing. */
export function withModifiers(color: Channels, modifiers: readonly XmlNode[]): Channels {
  return modifiers.reduce((result, { name, attributes }) => {
    const amount = Number(attribute(attributes, 'val') ?? 0) / 100_000;
    return Number.isFinite(amount) ? modified(result, name, amount) : result;
  }, color);
}

/** A colour with one modifier; `amount` as a share of 1. */
export function modified(color: Channels, name: string, amount: number): Channels {
  if (name === 'shade') return eachOf(color, (one) => fromLinear(toLinear(one) * amount));
  if (name === 'tint') return eachOf(color, (one) => fromLinear(toLinear(one) * amount + (1 - amount)));
  if (!/^(lum|sat)(Mod|Off)$/.test(name)) return color;
  const [hue, saturation, light] = toHsl(color);
  const changed = (value: number) => clamp(name.endsWith('Mod') ? value * amount : value + amount);
  return name.startsWith('lum')
    ? fromHsl(hue, saturation, changed(light))
    : fromHsl(hue, changed(saturation), light);
}

function eachOf([red, green, blue]: Channels, change: (channel: number) => number): Channels {
  return [clamp(change(red)), clamp(change(green)), clamp(change(blue))];
}

function clamp(value: number): number {
  return Math.max(0, Math.min(1, value));
}

/** Hue in sixths of the circle, saturation and lightness from 0 to 1. */
function toHsl([red, green, blue]: Channels): Channels {
  const [most, least] = [Math.max(red, green, blue), Math.min(red, green, blue)];
  const [light, spread] = [(most + least) / 2, most - least];
  if (spread === 0) return [0, 0, light];
  const saturation = spread / (1 - Math.abs(2 * light - 1));
  if (most === red) return [((green - blue) / spread + 6) % 6, saturation, light];
  if (most === green) return [(blue - red) / spread + 2, saturation, light];
  return [(red - green) / spread + 4, saturation, light];
}

function fromHsl(hue: number, saturation: number, light: number): Channels {
  const reach = (1 - Math.abs(2 * light - 1)) * saturation;
  const least = light - reach / 2;
  const channel = (offset: number) => {
    const at = (hue + offset) % 6;
    return clamp(least + reach * Math.max(0, Math.min(1, Math.abs(at - 3) - 1)));
  };
  return [channel(0), channel(4), channel(2)];
}

/** Shades and tints are of light, which colours' numbers follow by sRGB's curve (IEC 61966-2-1). */
function toLinear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}

function fromLinear(light: number): number {
  return light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055;
}
