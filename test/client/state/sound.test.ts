import { beforeEach, expect, test, vi } from 'vitest'
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
  return { notes, open: () => context }
}

const touch = () => dispatchEvent(new PointerEvent('pointerdown'))

beforeEach(() => localStorage.clear())

test('[Q6] it is one sound of two notes, once somebody has touched the page', async () => {
  const { notes, open } = audio()
  const sound = new Sound(open)
  touch()
  await vi.waitFor(() => expect(sound.blocked).toBe(false))
  sound.play()
  expect(notes).toHaveBeenCalledTimes(2)
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
  new Sound(open).turn(false)
  const sound = new Sound(open)
  expect(sound.on).toBe(false)
  touch()
  sound.play()
  expect(notes).not.toHaveBeenCalled()
  await sound.try()
  expect(notes).toHaveBeenCalledTimes(2)
})
