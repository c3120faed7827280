// The package ships no types; this is the one function that is used.
declare module 'qrcode' {
  const QRCode: {
    toString(text: string, options: { type: 'svg'; errorCorrectionLevel: 'L' | 'M' | 'Q' | 'H'; margin: number }): Promise<string>
  }
  export default QRCode
}
