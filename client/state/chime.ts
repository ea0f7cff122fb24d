/** Two soft notes, a third apart, half a second in all. */
const NOTES = [
  { hertz: 587.3, at: 0 },
  { hertz: 740, at: 0.16 },
] as const
const LOUDNESS = 0.14
const RISES_FOR = 0.03
const FADES_FOR = 0.34
/** As good as silent; a curve of this kind never reaches nothing. */
const SILENT = 0.0001

/** The only sound that there is: it begins and ends softly, and is not repeated. */
export function chime(context: BaseAudioContext): void {
  for (const { hertz, at } of NOTES) {
    const start = context.currentTime + at
    const note = context.createOscillator()
    const volume = context.createGain()
    note.frequency.value = hertz
    volume.gain.setValueAtTime(SILENT, start)
    volume.gain.exponentialRampToValueAtTime(LOUDNESS, start + RISES_FOR)
    volume.gain.exponentialRampToValueAtTime(SILENT, start + FADES_FOR)
    note.connect(volume).connect(context.destination)
    note.start(start)
    note.stop(start + FADES_FOR)
  }
}
