import '../zod-without-eval.ts'
import { liveCases } from './live-cases.ts'

onmessage = ({ data }: MessageEvent<Uint8Array>) => {
  const update = liveCases(data)
  postMessage(update, { transfer: [update.buffer] })
}
