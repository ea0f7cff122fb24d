import './net/before-all.ts'
import { mount } from 'svelte'
import App from './App.svelte'
import './styles/fonts.css'
import './styles/tokens.css'
import './styles/base.css'

Reflect.set(Error, 'stackTraceLimit', 10)

const target = document.getElementById('app')
if (!target) throw new Error('index.html has no #app')
mount(App, { target })
