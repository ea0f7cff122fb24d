import { beforeEach, expect, test, vi } from 'vitest'
import { chime } from '../../../client/state/chime.ts'
import { Sound } from '../../../client/state/sound.svelte.ts'

/** A browser's audio that counts the notes it plays; it is suspended until somebody touches the page. */
function audio() {
  const notes = vi.fn()
  const context = new AudioContext()
  let state: AudioContextState = 'suspended'
  vi.spyOn(context, 'state', 'get').mockImplementation(() => state)
  vi.spyOn(context, 'resume').mockImplementation(async () => {
    state = 'running'
  })
  vi.spyOn(context, 'createOscillator').mockImplementation(() => {
    const note = new OscillatorNode(context)
    vi.spyOn(note, 'start').mockImplementation(notes)
    vi.spyOn(note, 'stop').mockImplementation(() => undefined)
    return note
  })
  return { notes, open: vi.fn(() => context) }
}

const touch = () => dispatchEvent(new PointerEvent('pointerdown'))
const type = () => dispatchEvent(new KeyboardEvent('keydown'))

beforeEach(() => localStorage.clear())

test('[Q6] it is one sound of two notes, once somebody has touched the page', async () => {
  const { notes, open } = audio()
  const sound = new Sound(open)
  touch()
  await vi.waitFor(() => expect(sound.blocked).toBe(false))
  sound.play()
  expect(notes).toHaveBeenCalledTimes(2)
})

test('[Q6] a key lets it sound as well, and the browser is asked for one output only', async () => {
  const { notes, open } = audio()
  const sound = new Sound(open)
  sound.play()
  type()
  await vi.waitFor(() => expect(sound.blocked).toBe(false))
  touch()
  await sound.try()
  sound.play()
  expect(notes).toHaveBeenCalledTimes(4)
  expect(open).toHaveBeenCalledOnce()
})

test('[Q6] before that it says that the browser played nothing, and makes nothing up for it', async () => {
  const { notes, open } = audio()
  const sound = new Sound(open)
  sound.play()
  expect(sound.blocked).toBe(true)
  touch()
  await vi.waitFor(() => expect(sound.blocked).toBe(false))
  expect(notes).not.toHaveBeenCalled()
  sound.play()
  expect(notes).toHaveBeenCalledTimes(2)
})

test('[Q6] turned off it is silent, also after a reload, and can still be tried', async () => {
  const { notes, open } = audio()
  const before = new Sound(open)
  before.turn(false)
  expect(before.on).toBe(false)
  const sound = new Sound(open)
  expect(sound.on).toBe(false)
  touch()
  sound.play()
  expect(notes).not.toHaveBeenCalled()
  await sound.try()
  expect(notes).toHaveBeenCalledTimes(2)
})

test('[Q6] it can be tried before anything else on the page was touched', async () => {
  const { notes, open } = audio()
  await new Sound(open).try()
  expect(notes).toHaveBeenCalledTimes(2)
})

test('[Q6] it is two soft notes, one after the other, and over after half a second', async () => {
  const RATE = 44_100
  const context = new OfflineAudioContext(1, RATE, RATE)
  chime(context)
  const heard = (await context.startRendering()).getChannelData(0)
  const loudest = (from: number, to: number) =>
    heard.slice(from * RATE, to * RATE).reduce((max, one) => Math.max(max, Math.abs(one)), 0)
  expect(loudest(0, 1)).toBeLessThan(0.3)
  expect(loudest(0, 0.001)).toBeLessThan(0.01)
  expect(loudest(0.02, 0.1)).toBeGreaterThan(0.1)
  expect(loudest(0.16, 0.25)).toBeGreaterThan(0.1)
  expect(loudest(0.35, 0.4)).toBeGreaterThan(0.001)
  expect(loudest(0.49, 0.5)).toBeLessThan(0.01)
  expect(loudest(0.51, 1)).toBe(0)
})
