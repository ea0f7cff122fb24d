import { createContext } from 'svelte'
import type { Device } from '../offline/device.ts'

export const [getDevice, setDevice] = createContext<Device>()
