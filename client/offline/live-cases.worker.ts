import '../zod-without-eval.ts'
import { liveCases } from './live-cases.ts'

onmessage = ({ data }: MessageEvent<Uint8Array>) => {
  const parts = liveCases(data)
  postMessage(parts, { transfer: parts.map(({ buffer }) => buffer) })
}
